package com.example.shop.catalog.product;


public record Product(int id, String name) {}
