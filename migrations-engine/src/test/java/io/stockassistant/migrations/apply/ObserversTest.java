package io.stockassistant.migrations.apply;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ObserversTest {

    static Stream<Method> whatCanBeObserved() {
        return Stream.of(RunObserver.class.getDeclaredMethods()).filter(each -> !each.isSynthetic());
    }

    /** Also for what a later version can tell: the interface has default methods, so nothing else would notice. */
    @ParameterizedTest
    @MethodSource("whatCanBeObserved")
    void areAllTold(Method method) throws IllegalAccessException, InvocationTargetException {
        List<String> heard = new ArrayList<>();
        RunObserver one = (RunObserver) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {RunObserver.class}, (proxy, called, args) -> {
                    heard.add(called.getName());
                    return called.getReturnType() == Optional.class ? Optional.empty() : null;
                });
        Object[] nothing = Stream.of(method.getParameterTypes())
                .map(each -> each == int.class ? (Object) 0 : each == long.class ? (Object) 0L : null)
                .toArray();
        method.invoke(new Observers(List.of(one, one)), nothing);
        assertThat(heard).containsExactly(method.getName(), method.getName());
    }
}
