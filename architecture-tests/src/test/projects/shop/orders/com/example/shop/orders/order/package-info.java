/** An order. */
@NullMarked
package com.example.shop.orders.order;

import org.jspecify.annotations.NullMarked;
