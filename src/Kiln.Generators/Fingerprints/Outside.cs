using Microsoft.CodeAnalysis;

namespace Kiln.Generators.Fingerprints;

/// <summary>Other assemblies. Those of the framework, ML.NET's and Kiln's have versions that are recorded elsewhere.</summary>
static class Outside
{
    static readonly string[] Known =
        ["mscorlib", "netstandard", "System", "Microsoft.CSharp", "Microsoft.VisualBasic", "Microsoft.VisualBasic.Core", "Kiln"];

    static readonly string[] KnownStarts = ["System.", "Microsoft.Win32.", "Microsoft.ML"];

    /// <summary>Whether the host has to look at what is used of an assembly.</summary>
    public static bool IsUse(IAssemblySymbol assembly) => !IsKnown(assembly.Name);

    /// <summary>Whether an attribute of that class may change what is trained. Few of the framework's can.</summary>
    public static bool IsTelling(INamedTypeSymbol attribute) => attribute.ContainingAssembly is { Name: not "Kiln" } assembly
        && (assembly.Name.StartsWith("Microsoft.ML", StringComparison.Ordinal)
            || !IsKnown(assembly.Name)
            || attribute.Name is "FlagsAttribute" or "StructLayoutAttribute" or "FieldOffsetAttribute" or "InlineArrayAttribute");

    static bool IsKnown(string name) =>
        Array.IndexOf(Known, name) >= 0 || Array.Exists(KnownStarts, start => name.StartsWith(start, StringComparison.Ordinal));
}
