/** What can be done with products. */
@NullMarked
package com.example.shop.catalog.product.application;

import org.jspecify.annotations.NullMarked;
