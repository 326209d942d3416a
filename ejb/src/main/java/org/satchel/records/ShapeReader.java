package org.satchel.records;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.persistence.EntityManager;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.MapsId;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OneToOne;
import jakarta.persistence.metamodel.Attribute;
import jakarta.persistence.metamodel.Attribute.PersistentAttributeType;
import jakarta.persistence.metamodel.EmbeddableType;
import jakarta.persistence.metamodel.EntityType;
import jakarta.persistence.metamodel.ManagedType;
import jakarta.persistence.metamodel.MapAttribute;
import jakarta.persistence.metamodel.PluralAttribute;
import jakarta.persistence.metamodel.SingularAttribute;
import jakarta.persistence.metamodel.Type;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.envers.AuditReaderFactory;
import org.satchel.records.Element.EmbeddedElement;
import org.satchel.records.Element.ReferenceElement;
import org.satchel.records.Element.ValueElement;

/**
 * Reads the shapes of all audited entities from the JPA metamodel. Left out is what a caller must not set: generated keys, versions, and the
 * side of an association that does not own it.
 */
final class ShapeReader {

    private final Map<Class<?>, EntityType<?>> audited;

    ShapeReader(EntityManager entities) {
        var audit = AuditReaderFactory.get(entities);
        audited = entities.getMetamodel().getEntities().stream()
                .filter(entity -> entity.getJavaType() != null && !Map.class.isAssignableFrom(entity.getJavaType()))
                .filter(entity -> audit.isEntityClassAudited(entity.getJavaType()))
                .collect(Collectors.toMap(Type::getJavaType, entity -> entity));
    }

    SortedMap<String, RecordShape> read() {
        return audited.values().stream()
                .collect(Collectors.toMap(EntityType::getName, this::shape, (a, b) -> a, TreeMap::new));
    }

    private RecordShape shape(EntityType<?> entity) {
        var members = new TreeMap<String, RecordMember>();
        entity.getAttributes().stream()
                .filter(attribute -> !attribute.getName().equals(RecordShape.UUID))
                .filter(attribute -> isSettable(attribute, entity))
                .flatMap(attribute -> members(attribute, ""))
                .forEach(member -> members.put(member.name(), member));
        return new RecordShape(
                entity.getName(),
                entity.getJavaType(),
                uuidPath(entity),
                ownUuid(entity).map(attribute -> Property.of(attribute.getJavaMember())),
                lender(entity).map(attribute -> (SingleMember) members.get(attribute.getName())),
                entity.hasSingleIdAttribute() && !(entity.getIdType() instanceof EmbeddableType),
                members);
    }

    private static boolean isSettable(Attribute<?, ?> attribute, EntityType<?> entity) {
        if (attribute instanceof SingularAttribute<?, ?> one && (one.isVersion() || isMadeHere(one, entity))) {
            return false;
        }
        return !isInverse(attribute);
    }

    /** Whether the attribute is a key that the database or another record's key provides. */
    private static boolean isMadeHere(SingularAttribute<?, ?> attribute, EntityType<?> entity) {
        boolean derived = entity.getAttributes().stream()
                .anyMatch(other -> annotation(other, MapsId.class).isPresent());
        return attribute.isId()
                && (annotation(attribute, GeneratedValue.class).isPresent() || (derived && !attribute.isAssociation()));
    }

    private static boolean isInverse(Attribute<?, ?> attribute) {
        return annotation(attribute, OneToMany.class)
                        .filter(a -> !a.mappedBy().isEmpty())
                        .isPresent()
                || annotation(attribute, ManyToMany.class)
                        .filter(a -> !a.mappedBy().isEmpty())
                        .isPresent()
                || annotation(attribute, OneToOne.class)
                        .filter(a -> !a.mappedBy().isEmpty())
                        .isPresent();
    }

    private String uuidPath(EntityType<?> entity) {
        if (ownUuid(entity).isPresent()) {
            return RecordShape.UUID;
        }
        var lender = lender(entity)
                .orElseThrow(() -> new IllegalStateException(entity.getName()
                        + " has no property uuid and does not share the key of a record that has one; give it a uuid"));
        return lender.getName() + "." + uuidPath(audited.get(lender.getJavaType()));
    }

    private static Optional<Attribute<?, ?>> ownUuid(EntityType<?> entity) {
        return entity.getAttributes().stream()
                .filter(attribute -> attribute.getName().equals(RecordShape.UUID))
                .<Attribute<?, ?>>map(attribute -> attribute)
                .findFirst();
    }

    /** The association whose key is this entity's key. */
    private Optional<Attribute<?, ?>> lender(EntityType<?> entity) {
        if (ownUuid(entity).isPresent()) {
            return Optional.empty();
        }
        return entity.getAttributes().stream()
                .filter(attribute -> attribute instanceof SingularAttribute<?, ?> one && one.isAssociation())
                .filter(attribute ->
                        annotation(attribute, MapsId.class).isPresent() || ((SingularAttribute<?, ?>) attribute).isId())
                .filter(attribute -> audited.containsKey(attribute.getJavaType()))
                .<Attribute<?, ?>>map(attribute -> attribute)
                .findFirst();
    }

    private Stream<RecordMember> members(Attribute<?, ?> attribute, String prefix) {
        var property = Property.of(attribute.getJavaMember());
        if (attribute instanceof PluralAttribute<?, ?, ?> plural) {
            return element(plural.getElementType(), prefix + attribute.getName())
                    .map(element -> plural(plural, prefix, property, element))
                    .stream();
        }
        var one = (SingularAttribute<?, ?>) attribute;
        if (one.getPersistentAttributeType() == PersistentAttributeType.EMBEDDED) {
            return embedded(one, prefix, property);
        }
        return element(one.getType(), prefix + one.getName())
                .<RecordMember>map(element -> new SingleMember(
                        prefix + one.getName(),
                        property,
                        element,
                        one.getJavaType().isPrimitive(),
                        one.isId() || annotation(one, MapsId.class).isPresent(),
                        isHidden(one)))
                .stream();
    }

    private Stream<RecordMember> embedded(SingularAttribute<?, ?> attribute, String prefix, Property whole) {
        return ((ManagedType<?>) attribute.getType())
                .getAttributes().stream()
                        .flatMap(part -> members(part, prefix + attribute.getName() + "."))
                        .map(part -> within(attribute, whole, part));
    }

    private static RecordMember within(SingularAttribute<?, ?> attribute, Property whole, RecordMember part) {
        var type = attribute.getJavaType();
        if (part instanceof SingleMember one) {
            var key = one.key() || attribute.isId();
            var property = whole.then(type, one.property());
            return new SingleMember(one.name(), property, one.element(), one.primitive(), key, one.hidden());
        }
        if (part instanceof MapMember map) {
            return new MapMember(map.name(), whole.then(type, map.property()), map.keys(), map.element(), map.hidden());
        }
        var many = (CollectionMember) part;
        var property = whole.then(type, many.property());
        return new CollectionMember(many.name(), property, many.element(), many.empty(), many.hidden());
    }

    private RecordMember plural(PluralAttribute<?, ?, ?> attribute, String prefix, Property property, Element element) {
        var name = prefix + attribute.getName();
        if (attribute instanceof MapAttribute<?, ?, ?> map) {
            var keys = Codecs.of(map.getKeyJavaType()).orElseThrow(() -> unsupported(name, map.getKeyJavaType()));
            return new MapMember(name, property, keys, element, isHidden(attribute));
        }
        Supplier<Collection<Object>> empty =
                attribute.getCollectionType() == PluralAttribute.CollectionType.SET ? HashSet::new : ArrayList::new;
        return new CollectionMember(name, property, element, empty, isHidden(attribute));
    }

    /** How one place of that type is read and written; empty for a reference to what is not synchronised. */
    private Optional<Element> element(Type<?> type, String name) {
        if (type instanceof EntityType<?> entity) {
            return Optional.ofNullable(audited.get(entity.getJavaType()))
                    .map(target -> new ReferenceElement(target.getName(), target.getJavaType()));
        }
        if (type instanceof EmbeddableType<?> embeddable) {
            List<RecordMember> parts = embeddable.getAttributes().stream()
                    .flatMap(part -> members(part, ""))
                    .toList();
            return Optional.of(new EmbeddedElement(Property.constructor(embeddable.getJavaType()), parts));
        }
        return Optional.of(new ValueElement(
                Codecs.of(type.getJavaType()).orElseThrow(() -> unsupported(name, type.getJavaType()))));
    }

    private static IllegalStateException unsupported(String name, Class<?> type) {
        return new IllegalStateException("property " + name + " is of " + type.getName()
                + ", which has no JSON form here; use a type of java.lang, java.math or java.time, or an enum");
    }

    private static boolean isHidden(Attribute<?, ?> attribute) {
        return annotation(attribute, JsonProperty.class)
                .filter(json -> json.access() == JsonProperty.Access.WRITE_ONLY)
                .isPresent();
    }

    private static <A extends Annotation> Optional<A> annotation(Attribute<?, ?> attribute, Class<A> type) {
        return Optional.ofNullable(((AnnotatedElement) attribute.getJavaMember()).getAnnotation(type));
    }
}
