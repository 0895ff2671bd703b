package org.servanda.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** The verifier of bundles, compiled from its one file as an auditor's JDK does it, without a warning. */
public final class CompiledVerifier {

    /** The one file, as the build has joined it. */
    public static final Path SOURCE = Path.of("target/generated-resources/verifier/verify/Verify.java");

    private static final ClassLoader COMPILED = compiled();

    private CompiledVerifier() {}

    /** Exit status of a run of the verifier, and what it printed. */
    public record VerifierResult(int exitStatus, String output) {}

    public static VerifierResult run(Object... args) {
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        List<String> words = Arrays.stream(args).map(Object::toString).toList();
        int exit = (int) call(
                null,
                method("Verify", "run", List.class, PrintStream.class),
                words,
                new PrintStream(output, true, StandardCharsets.UTF_8));
        return new VerifierResult(exit, output.toString(StandardCharsets.UTF_8));
    }

    public static Class<?> type(String name) {
        try {
            return COMPILED.loadClass(name);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    public static Method method(String type, String name, Class<?>... parameters) {
        try {
            Method method = type(type).getDeclaredMethod(name, parameters);
            method.setAccessible(true);
            return method;
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException(e);
        }
    }

    public static Object call(Object on, Method method, Object... args) {
        try {
            return method.invoke(on, args);
        } catch (InvocationTargetException e) {
            throw new IllegalStateException(method + " fails", e.getCause());
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ClassLoader compiled() {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> complaints = new DiagnosticCollector<>();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(complaints, null, null)) {
            Path classes = Files.createTempDirectory("verify");
            List<String> options = List.of("-d", classes.toString(), "--release", "17", "-Xlint:all", "-Werror");
            boolean good = compiler.getTask(null, files, complaints, options, null, files.getJavaFileObjects(SOURCE))
                    .call();
            if (!good) throw new IllegalStateException("Verify.java: " + complaints.getDiagnostics());
            return new URLClassLoader(new URL[] {classes.toUri().toURL()}, null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
