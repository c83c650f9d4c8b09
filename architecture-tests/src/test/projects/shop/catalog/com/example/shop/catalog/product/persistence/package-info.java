/** Products in PostgreSQL. */
@NullMarked
package com.example.shop.catalog.product.persistence;

import org.jspecify.annotations.NullMarked;
