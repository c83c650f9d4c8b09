package com.example.shop.catalog.product.persistence;

import com.example.shop.catalog.product.Products;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

@Configuration(proxyBeanMethods = false)
public class ProductPersistence {

    @Bean
    Products products(JdbcClient jdbc) {
        return new ProductsJdbc(jdbc);
    }
}
