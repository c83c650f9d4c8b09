package com.example.shop.catalog.product.persistence;

import com.example.shop.catalog.product.Product;
import com.example.shop.catalog.product.Products;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

record ProductsJdbc(JdbcClient jdbc) implements Products {

    @Override
    public List<Product> list() {
        return jdbc.sql("SELECT id, name FROM catalog.products").query(Product.class).list();
    }
}
