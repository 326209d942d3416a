package org.satchel.records;

import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hibernate.Hibernate;
import org.satchel.records.Element.EmbeddedElement;
import org.satchel.records.Element.ReferenceElement;
import org.satchel.records.Element.ValueElement;

/** Finds records of one type whose properties equal given values. Property names come from the shape, values are bound. */
final class RecordSearch {

    private final EntityManager entities;
    private final RecordShapes shapes;
    private final RecordShape shape;
    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> parameters = new LinkedHashMap<>();

    RecordSearch(EntityManager entities, RecordShapes shapes, Place place) {
        this.entities = entities;
        this.shapes = shapes;
        this.shape = shapes.shape(entities, place);
    }

    RecordSearch where(Map<String, String> criteria, Place place) {
        criteria.forEach((name, text) -> add(name, text, place.at(name)));
        return this;
    }

    long count() {
        return bound("select count(e)" + from(), Long.class).getSingleResult();
    }

    /** The records themselves, not proxies of them. */
    List<Object> page(int page, int size) {
        var order = " order by " + (shape.simpleKey() ? "id(e)" : "e." + shape.uuidPath());
        return bound("select e" + from() + order, Object.class)
                .setFirstResult(Math.multiplyExact(page, size))
                .setMaxResults(size)
                .getResultList()
                .stream()
                .map(Hibernate::unproxy)
                .toList();
    }

    private String from() {
        return " from " + shape.name() + " e"
                + (conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions));
    }

    private <T> TypedQuery<T> bound(String query, Class<T> result) {
        var typed = entities.createQuery(query, result);
        parameters.forEach(typed::setParameter);
        return typed;
    }

    private void add(String name, String text, Place place) {
        var parameter = "p" + parameters.size();
        if (name.equals(RecordShape.UUID)) {
            conditions.add("e." + shape.uuidPath() + " = :" + parameter);
            parameters.put(parameter, text);
            return;
        }
        var member = shape.member(name, place);
        if (member.hidden()) {
            throw place.unusable("is never shown, so it cannot be searched either.", "Search by another property.");
        }
        if (member instanceof SingleMember one) {
            conditions.add(path(one.element(), "e." + name, place) + " = :" + parameter);
            parameters.put(parameter, value(one.element(), text, place));
        } else if (member instanceof CollectionMember many) {
            var path = path(many.element(), "x", place);
            conditions.add("exists (select 1 from e." + name + " x where " + path + " = :" + parameter + ")");
            parameters.put(parameter, value(many.element(), text, place));
        } else {
            throw place.unusable("is a map, which cannot be searched.", "Search by another property.");
        }
    }

    private String path(Element element, String path, Place place) {
        if (element instanceof EmbeddedElement) {
            throw place.unusable("has several parts, which cannot be searched.", "Search by another property.");
        }
        return element instanceof ReferenceElement reference
                ? path + "." + shapes.shapeOf(entities, reference.javaType()).uuidPath()
                : path;
    }

    private static Object value(Element element, String text, Place place) {
        return element instanceof ValueElement value ? value.codec().parse(text, place) : text;
    }
}
