using System.Reflection;

namespace Kiln.Host.Boosters;

/// <summary>
/// Members of ML.NET that are not public, by name: they are those of generic and of internal types, which cannot be named in code.
/// ML.NET is pinned exactly, and a member that is gone is an error that says so.
/// </summary>
static class Internals
{
    const BindingFlags Declared =
        BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    public static Type Type(Assembly assembly, string name) => assembly.GetType(name) ?? throw Gone(assembly.GetName().Name!, name);

    public static MethodInfo Method(Type type, string name, int? parameters = null) => Bases(type)
        .Select(type => Array.Find(type.GetMethods(Declared), method => method.Name == name && (parameters ?? method.GetParameters().Length) == method.GetParameters().Length))
        .FirstOrDefault(method => method is not null) ?? throw Gone(type.Name, name);

    public static object? Call(object target, string method, params object?[] arguments) =>
        Invoke(Method(target.GetType(), method, arguments.Length), target, arguments);

    public static object? Call(MethodInfo method, params object?[] arguments) => Invoke(method, null, arguments);

    /// <summary>The overload of a method that fits the delegate.</summary>
    public static T Delegate<T>(object target, string method) where T : Delegate =>
        System.Delegate.CreateDelegate(typeof(T), target, method, ignoreCase: false, throwOnBindFailure: false) as T ?? throw Gone(target.GetType().Name, method);

    public static object? Get(object target, string name) => Field(target.GetType(), name).GetValue(target);

    public static object? GetStatic(Type type, string name) => Field(type, name).GetValue(null);

    public static void Set(object target, string name, object? value) => Field(target.GetType(), name).SetValue(target, value);

    public static IEnumerable<Type> Bases(Type? type)
    {
        for (; type is not null; type = type.BaseType)
            yield return type;
    }

    /// <summary>By a constructor that is not public.</summary>
    public static T Create<T>(params object?[] arguments) => (T)Create(typeof(T), arguments);

    /// <inheritdoc cref="Create{T}"/>
    public static object Create(Type type, params object?[] arguments) =>
        Activator.CreateInstance(type, BindingFlags.Instance | BindingFlags.NonPublic, binder: null, arguments, culture: null)!;

    static object? Invoke(MethodInfo method, object? target, object?[] arguments) =>
        method.Invoke(target, BindingFlags.DoNotWrapExceptions, null, arguments, null);

    static FieldInfo Field(Type type, string name) =>
        Bases(type).Select(type => type.GetField(name, Declared)).FirstOrDefault(field => field is not null) ?? throw Gone(type.Name, name);

    static MissingMemberException Gone(string type, string name) =>
        new($"{type} has no {name}: reading boosters must follow this version of ML.NET");
}
