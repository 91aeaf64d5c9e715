using System.Reflection;
using System.Text;

namespace Kiln.Testing;

/// <summary>What others compile against is what was agreed: a change of it is read in a review before it is shipped.</summary>
static class PublicSurface
{
    const BindingFlags Declared = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    /// <summary>Holds an assembly against the committed file, or writes that.</summary>
    /// <param name="assembly">The assembly.</param>
    /// <param name="file">The file's path in the repository.</param>
    public static void IsCommitted(Assembly assembly, params string[] file)
    {
        var surface = Surface(assembly);
        if (Environment.GetEnvironmentVariable("KILN_WRITE_PUBLIC_SURFACE") == "1")
            File.WriteAllText(Path.Combine([Repository.Root, .. file]), surface);
        Assert.True(surface == Repository.Read(file),
            $"{assembly.GetName().Name}.dll's public surface changed; if that is meant, run this test once with KILN_WRITE_PUBLIC_SURFACE=1 and say it in CHANGELOG.md");
    }

    static string Surface(Assembly assembly)
    {
        var text = new StringBuilder();
        foreach (var type in assembly.GetExportedTypes().OrderBy(type => type.FullName, StringComparer.Ordinal))
        {
            text.Append($"{Kind(type)} {type.FullName}{Bases(type)}\n");
            foreach (var member in type.GetMembers(Declared).Where(IsVisible).Select(Text).Order(StringComparer.Ordinal))
                text.Append($"  {member}\n");
        }
        return text.ToString();
    }

    static string Kind(Type type) =>
        type.IsEnum ? "enum" : type.IsInterface ? "interface" : type.IsValueType ? "struct"
        : type is { IsAbstract: true, IsSealed: true } ? "static class" : type.IsSealed ? "sealed class" : type.IsAbstract ? "abstract class" : "class";

    static string Bases(Type type)
    {
        var bases = type.GetInterfaces().Select(Name).Order(StringComparer.Ordinal).ToList();
        if (type.BaseType is { } parent && parent != typeof(object) && parent != typeof(ValueType) && parent != typeof(Enum))
            bases.Insert(0, Name(parent));
        return type.IsEnum || bases.Count == 0 ? "" : " : " + string.Join(", ", bases);
    }

    static bool IsVisible(MemberInfo member) => member switch
    {
        MethodBase method => (method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly) && (!method.IsSpecialName || method is ConstructorInfo),
        FieldInfo field => (field.IsPublic || field.IsFamily) && !field.IsSpecialName,
        PropertyInfo property => property.GetAccessors().Length > 0,
        EventInfo or Type { IsNestedPublic: true } => true,
        _ => false,
    };

    static string Text(MemberInfo member) => member switch
    {
        ConstructorInfo constructor => $"new({Parameters(constructor)})",
        MethodInfo method => $"{(method.IsStatic ? "static " : "")}{Name(method.ReturnParameter)} {method.Name}({Parameters(method)})",
        FieldInfo { IsLiteral: true } field => $"{field.Name} = {field.GetRawConstantValue()}",
        FieldInfo field => $"{Name(field.FieldType)} {field.Name}",
        PropertyInfo property => $"{Name(property)} {property.Name} {{ {string.Join(' ', property.GetAccessors().Select(Accessor).Order(StringComparer.Ordinal))} }}",
        _ => $"{member.MemberType} {member.Name}",
    };

    static string Accessor(MethodInfo accessor) =>
        accessor.ReturnType != typeof(void) ? "get;" : accessor.ReturnParameter.GetRequiredCustomModifiers().Length > 0 ? "init;" : "set;";

    static string Parameters(MethodBase method) => string.Join(", ", method.GetParameters().Select(parameter =>
        $"{Name(parameter)} {parameter.Name}{(parameter.HasDefaultValue ? $" = {parameter.DefaultValue ?? "null"}" : "")}"));

    static string Name(ParameterInfo parameter) =>
        Name(parameter.ParameterType) + Nullable(new NullabilityInfoContext().Create(parameter), parameter.ParameterType);

    static string Name(PropertyInfo property) => Name(property.PropertyType) + Nullable(new NullabilityInfoContext().Create(property), property.PropertyType);

    static string Nullable(NullabilityInfo info, Type type) =>
        !type.IsValueType && (info.ReadState == NullabilityState.Nullable || info.WriteState == NullabilityState.Nullable) ? "?" : "";

    static string Name(Type type) =>
        type.IsGenericType ? $"{type.Name.Split('`')[0]}<{string.Join(", ", type.GetGenericArguments().Select(Name))}>" : type.Name;
}
