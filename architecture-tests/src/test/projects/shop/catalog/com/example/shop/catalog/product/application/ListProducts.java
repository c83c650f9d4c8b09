package com.example.shop.catalog.product.application;

import com.example.shop.catalog.product.Product;
import com.example.shop.catalog.product.Products;
import java.util.List;
import org.springframework.transaction.annotation.Transactional;

public class ListProducts {

    private final Products products;

    public ListProducts(Products products) {
        this.products = products;
    }

    @Transactional(readOnly = true)
    public List<Product> list() {
        return products.list();
    }
}
