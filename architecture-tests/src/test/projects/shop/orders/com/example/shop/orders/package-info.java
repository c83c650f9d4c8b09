/** What the shop has sold. */
@NullMarked
package com.example.shop.orders;

import org.jspecify.annotations.NullMarked;
