/** A product. */
@NullMarked
package com.example.shop.catalog.product;

import org.jspecify.annotations.NullMarked;
