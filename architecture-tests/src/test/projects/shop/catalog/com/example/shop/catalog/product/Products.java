package com.example.shop.catalog.product;

import java.util.List;

public interface Products {

    List<Product> list();
}
