package com.example.shop.catalog.product.persistence;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

@Entity
@Table(name = "products")
record ProductModel(@Id int id, String name) {}
