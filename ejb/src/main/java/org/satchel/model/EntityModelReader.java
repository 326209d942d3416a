package org.satchel.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.boot.Metadata;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.envers.boot.internal.EnversService;
import org.hibernate.envers.configuration.Configuration;
import org.hibernate.generator.Generator;
import org.hibernate.id.Assigned;
import org.hibernate.id.CompositeNestedGeneratedValueGenerator;
import org.hibernate.id.ForeignGenerator;
import org.hibernate.mapping.Column;
import org.hibernate.mapping.Component;
import org.hibernate.mapping.OneToOne;
import org.hibernate.mapping.PersistentClass;
import org.hibernate.mapping.Property;
import org.hibernate.mapping.Selectable;
import org.hibernate.mapping.Table;
import org.hibernate.mapping.ToOne;
import org.hibernate.mapping.Value;

/**
 * Reads the {@link EntityModel} from Hibernate's boot-time mapping: every entity that Envers audits, with the audit tables that Envers
 * mapped beside it. What the engine cannot carry is refused here, at start, with the entity, the property and the way out.
 */
final class EntityModelReader {

    private final Metadata metadata;
    private final SessionFactoryImplementor sessionFactory;
    private final Configuration envers;
    private final Map<String, PersistentClass> auditByTable = new TreeMap<>();

    EntityModelReader(Metadata metadata, SessionFactoryImplementor sessionFactory) {
        this.metadata = metadata;
        this.sessionFactory = sessionFactory;
        this.envers = sessionFactory
                .getServiceRegistry()
                .requireService(EnversService.class)
                .getConfig();
        metadata.getEntityBindings()
                .forEach(entity -> auditByTable.put(entity.getTable().getName(), entity));
    }

    EntityModel read() {
        return new EntityModel(metadata.getEntityBindings().stream()
                .filter(this::isAudited)
                .map(this::type)
                .toList());
    }

    private boolean isAudited(PersistentClass entity) {
        return entity.getJpaEntityName() != null && auditOf(entity) != null;
    }

    private PersistentClass auditOf(PersistentClass entity) {
        return metadata.getEntityBinding(envers.getAuditEntityName(entity.getEntityName()));
    }

    private RecordType type(PersistentClass entity) {
        var key = key(entity);
        var uuid = entity.getRootClass().hasProperty("uuid")
                ? column(entity.getRootClass().getProperty("uuid").getValue()).getName()
                : null;
        if (uuid == null && !(key.size() == 1 && key.get(0).isReference())) {
            throw refused(
                    entity, "uuid", "has no property uuid, and its key is not a reference to a record that has one");
        }
        var tables = tables(entity);
        var generated = isGenerated(entity);
        var fields = new ArrayList<Field>(generated || uuid == null ? List.of() : key);
        tables.forEach(table -> fields.addAll(table.fields()));
        return new RecordType(
                entity.getJpaEntityName(),
                entity.getClassName(),
                entity.getRootClass().getJpaEntityName(),
                !Boolean.TRUE.equals(entity.isAbstract()),
                tables,
                key,
                generated,
                uuid,
                discriminator(entity),
                entity.getDirectSubclasses().stream()
                        .map(PersistentClass::getJpaEntityName)
                        .toList(),
                List.copyOf(fields),
                collections(entity),
                uniqueKeys(tables, fields),
                lastEdits(entity.getMappedClass()),
                Priority.of(entity.getMappedClass()));
    }

    private static Set<String> lastEdits(Class<?> entity) {
        var names = new TreeSet<String>();
        for (var level = entity; level != null; level = level.getSuperclass()) {
            Arrays.stream(level.getDeclaredFields())
                    .filter(field -> field.isAnnotationPresent(LastEdit.class))
                    .forEach(field -> names.add(field.getName()));
        }
        return names;
    }

    /** From the mapping: columns and tables that are declared unique. A key with a column that does not travel is the site's own affair. */
    private List<List<Integer>> uniqueKeys(List<TypeTable> tables, List<Field> fields) {
        var keys = new ArrayList<List<Integer>>();
        for (TypeTable table : tables) {
            for (List<String> columns : uniqueColumns(table.name())) {
                var key = columns.stream()
                        .map(column -> indexOf(table, fields, column))
                        .sorted()
                        .toList();
                if (!key.contains(-1) && !keys.contains(key)) {
                    keys.add(key);
                }
            }
        }
        return List.copyOf(keys);
    }

    private List<List<String>> uniqueColumns(String table) {
        return metadata.collectTableMappings().stream()
                .filter(mapped -> mapped.getName().equals(table))
                .flatMap(mapped -> Stream.concat(
                        mapped.getUniqueKeys().values().stream().map(key -> key.getColumns().stream()
                                .map(Column::getName)
                                .toList()),
                        mapped.getColumns().stream().filter(Column::isUnique).map(column -> List.of(column.getName()))))
                .toList();
    }

    private static int indexOf(TypeTable table, List<Field> fields, String column) {
        for (Field field : table.fields()) {
            if (field.column().equals(column)) {
                return fields.indexOf(field);
            }
        }
        return -1;
    }

    private boolean isGenerated(PersistentClass entity) {
        Generator generator = sessionFactory
                .getMappingMetamodel()
                .getEntityDescriptor(entity.getEntityName())
                .getGenerator();
        return !(generator instanceof Assigned
                || generator instanceof ForeignGenerator
                || generator instanceof CompositeNestedGeneratedValueGenerator);
    }

    private Optional<RecordType.Discriminator> discriminator(PersistentClass entity) {
        boolean shared = entity.getDiscriminator() != null
                && entity.getRootClass().getDirectSubclasses().stream()
                        .anyMatch(sub -> sub.getTable() == sub.getRootTable());
        return shared
                ? Optional.of(new RecordType.Discriminator(
                        column(entity.getDiscriminator()).getName(), entity.getDiscriminatorValue()))
                : Optional.empty();
    }

    private List<TypeTable> tables(PersistentClass entity) {
        var levels = new ArrayList<PersistentClass>();
        for (var level = entity; level != null; level = level.getSuperclass()) {
            if (levels.isEmpty() || levels.get(0).getTable() != level.getTable()) {
                levels.add(0, level);
            }
        }
        return levels.stream().map(level -> table(entity, level)).toList();
    }

    private TypeTable table(PersistentClass entity, PersistentClass level) {
        var keyColumns =
                level.getKey().getColumns().stream().map(Column::getName).toList();
        var fields = entity.getPropertyClosure().stream()
                .filter(property -> isInTable(property, level.getTable()))
                .flatMap(property -> fields(entity, property, property.getName(), property).stream())
                .filter(field -> !keyColumns.contains(field.column()) && !isUuid(entity, field))
                .toList();
        var version = level.getTable() == entity.getRootTable() && entity.getVersion() != null
                ? column(entity.getVersion().getValue()).getName()
                : null;
        return new TypeTable(
                level.getTable().getName(), auditOf(level).getTable().getName(), keyColumns, fields, version);
    }

    private boolean isInTable(Property property, Table table) {
        return !(property.getValue() instanceof org.hibernate.mapping.Collection)
                && !(property.getValue() instanceof OneToOne)
                && !property.isSynthetic()
                && property.getValue().getTable() == table;
    }

    private static boolean isUuid(PersistentClass entity, Field field) {
        return field.name().equals("uuid") && entity.getRootClass().hasProperty("uuid");
    }

    /** The key's fields: references where the key refers to another record (derived identity), values otherwise. */
    private List<Field> key(PersistentClass entity) {
        var references = entity.getRootClass().getPropertyClosure().stream()
                .filter(property -> property.getValue() instanceof ToOne)
                .filter(property -> !(property.getValue() instanceof OneToOne one) || one.isConstrained())
                .toList();
        var fields = new ArrayList<Field>();
        for (Column column : entity.getRootClass().getKey().getColumns()) {
            fields.add(references.stream()
                    .filter(property -> refersBy(entity, property, column))
                    .findFirst()
                    .map(property ->
                            reference(property.getName(), column, (ToOne) property.getValue(), Optional.empty()))
                    .orElseGet(() -> keyValue(entity, column)));
        }
        return fields;
    }

    private static boolean refersBy(PersistentClass entity, Property property, Column column) {
        return property.getValue() instanceof OneToOne
                ? entity.getRootClass().getKey().getColumnSpan() == 1
                : property.getColumns().stream().anyMatch(c -> c.getName().equals(column.getName()));
    }

    private Field keyValue(PersistentClass entity, Column column) {
        var identifier = entity.getRootClass().getIdentifier();
        if (identifier instanceof Component component) {
            for (Property part : component.getProperties()) {
                if (part.getColumns().stream().anyMatch(c -> c.getName().equals(column.getName()))) {
                    return part.getValue() instanceof ToOne one
                            ? reference(part.getName(), column, one, Optional.empty())
                            : value(part.getName(), column, part, Optional.empty());
                }
            }
        }
        var property = entity.getRootClass().getIdentifierProperty();
        return value(property.getName(), column, property, Optional.empty());
    }

    private List<Field> fields(PersistentClass entity, Property property, String name, Property top) {
        if (property.getColumns().isEmpty() || !isKept(entity, property, top)) {
            return List.of();
        }
        if (property.getValue() instanceof Component component) {
            return component.getProperties().stream()
                    .flatMap(part -> fields(entity, part, name + "." + part.getName(), top).stream())
                    .toList();
        }
        if (property.getColumns().size() > 1) {
            throw refused(entity, name, "has more than one column; refer to a record with a single-column key instead");
        }
        var column = property.getColumns().get(0);
        return List.of(
                property.getValue() instanceof ToOne one
                        ? reference(name, column, one, modifiedFlag(entity, top))
                        : value(name, column, property, modifiedFlag(entity, top)));
    }

    /** Whether Envers audits the property: its column stands in the audit table. */
    private boolean isKept(PersistentClass entity, Property property, Property top) {
        if (entity.getVersion() != null && entity.getVersion().getName().equals(top.getName())) {
            return false;
        }
        var audit =
                auditByTable.get(auditOf(levelOf(entity, property)).getTable().getName());
        return property.getColumns().stream()
                .allMatch(column -> audit.getTable().getColumn(column) != null);
    }

    private static PersistentClass levelOf(PersistentClass entity, Property property) {
        var level = entity;
        while (level.getSuperclass() != null
                && level.getTable() != property.getValue().getTable()) {
            level = level.getSuperclass();
        }
        return level;
    }

    private Optional<String> modifiedFlag(PersistentClass entity, Property top) {
        var name = top.getName() + envers.getModifiedFlagsSuffix();
        for (var level = auditOf(entity); level != null; level = level.getSuperclass()) {
            if (level.hasProperty(name)) {
                return Optional.of(column(level.getProperty(name).getValue()).getName());
            }
        }
        throw refused(
                entity, top.getName(), "has no modified flag; set org.hibernate.envers.global_with_modified_flag=true");
    }

    private Field reference(String name, Column column, ToOne one, Optional<String> flag) {
        var target = metadata.getEntityBinding(one.getReferencedEntityName());
        if (!isAudited(target)) {
            throw new IllegalStateException(name + " refers to " + target.getEntityName()
                    + ", which is not audited; annotate that entity with @Audited, or the property with @NotAudited");
        }
        var keyColumn = target.getRootClass().getIdentifier().getColumns().get(0);
        return new Field(
                name,
                column.getName(),
                ValueKind.of(keyColumn.getSqlTypeCode(metadata)),
                Optional.of(target.getJpaEntityName()),
                column.isNullable(),
                0,
                Set.of(),
                flag);
    }

    private Field value(String name, Column column, Property property, Optional<String> flag) {
        return value(name, column, property.getType().getReturnedClass(), flag);
    }

    private Field value(String name, Column column, Class<?> javaType, Optional<String> flag) {
        var kind = ValueKind.of(column.getSqlTypeCode(metadata));
        var length = kind == ValueKind.TEXT && column.getLength() != null
                ? column.getLength().intValue()
                : 0;
        return new Field(
                name,
                column.getName(),
                kind,
                Optional.empty(),
                column.isNullable(),
                length,
                names(kind, javaType),
                flag);
    }

    private static Set<String> names(ValueKind kind, Class<?> javaType) {
        return kind == ValueKind.TEXT && javaType.isEnum()
                ? Arrays.stream(javaType.getEnumConstants())
                        .map(constant -> ((Enum<?>) constant).name())
                        .collect(Collectors.toUnmodifiableSet())
                : Set.of();
    }

    private List<RecordCollection> collections(PersistentClass entity) {
        return entity.getPropertyClosure().stream()
                .filter(property -> property.getValue() instanceof org.hibernate.mapping.Collection collection
                        && !collection.isInverse()
                        && auditTable(collection) != null)
                .map(property ->
                        collection(entity, property.getName(), (org.hibernate.mapping.Collection) property.getValue()))
                .toList();
    }

    private static int level(PersistentClass declaring) {
        int level = 0;
        for (var above = declaring; above.getSuperclass() != null; above = above.getSuperclass()) {
            level += above.getTable() == above.getSuperclass().getTable() ? 0 : 1;
        }
        return level;
    }

    private PersistentClass auditTable(org.hibernate.mapping.Collection collection) {
        return auditByTable.get(
                envers.getAuditTableName(null, collection.getCollectionTable().getName()));
    }

    private RecordCollection collection(
            PersistentClass entity, String name, org.hibernate.mapping.Collection collection) {
        if (collection.isOneToMany()) {
            throw refused(entity, name, "is a one-to-many without mappedBy; map the reference from the other side");
        }
        var key = collection instanceof org.hibernate.mapping.IndexedCollection indexed
                ? Optional.of(element(entity, name + ".key", indexed.getIndex()).get(0))
                : Optional.<Field>empty();
        var audit = auditTable(collection);
        return new RecordCollection(
                name,
                collection.getCollectionTable().getName(),
                audit.getTable().getName(),
                collection.getKey().getColumns().get(0).getName(),
                key,
                element(entity, name, collection.getElement()),
                collection instanceof org.hibernate.mapping.List,
                collection.getElement() instanceof Component,
                audit.getTable().getColumns().stream()
                        .anyMatch(c -> c.getName().equals(envers.getEmbeddableSetOrdinalPropertyName())),
                level(entity.getProperty(name).getPersistentClass()),
                modifiedFlag(entity, entity.getProperty(name)).orElseThrow());
    }

    private List<Field> element(PersistentClass entity, String name, Value value) {
        if (value instanceof Component component) {
            return component.getProperties().stream()
                    .flatMap(part -> element(entity, part.getName(), part.getValue()).stream())
                    .toList();
        }
        if (value.getColumnSpan() != 1) {
            throw refused(entity, name, "has elements of more than one column");
        }
        return List.of(
                value instanceof ToOne one
                        ? reference(name, column(value), one, Optional.empty())
                        : value(name, column(value), value.getType().getReturnedClass(), Optional.empty()));
    }

    private static Column column(Value value) {
        Selectable selectable = value.getSelectables().get(0);
        return (Column) selectable;
    }

    private static IllegalStateException refused(PersistentClass entity, String property, String why) {
        return new IllegalStateException(
                "Satchel cannot synchronise " + entity.getEntityName() + ": " + property + " " + why);
    }
}
