/** Lets Hibernate ORM read persistence models, and writes down what it found; nobody else knows of it. */
@NullMarked
package io.stockassistant.migrations.autogenerate.hibernate;

import org.jspecify.annotations.NullMarked;
