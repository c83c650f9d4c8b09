/** What the shop sells. */
@NullMarked
package com.example.shop.catalog;

import org.jspecify.annotations.NullMarked;
