package org.satchel.ingest;

/** Stands in a reference to a record that this site does not have. Never written: a unit that ends with one is parked. */
record Missing(String uuid) {}
