package com.example.shop.orders.order;

import com.example.shop.catalog.product.Product;
import java.util.List;

public record Order(int id, List<Product> products) {}
