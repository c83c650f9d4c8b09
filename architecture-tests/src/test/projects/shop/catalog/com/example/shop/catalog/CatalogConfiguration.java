package com.example.shop.catalog;

import com.example.shop.catalog.product.Products;
import com.example.shop.catalog.product.application.ListProducts;
import com.example.shop.catalog.product.persistence.ProductPersistence;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

@Configuration(proxyBeanMethods = false)
@Import(ProductPersistence.class)
public class CatalogConfiguration {

    @Bean
    ListProducts listProducts(Products products) {
        return new ListProducts(products);
    }
}
