using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;
using Microsoft.CodeAnalysis.Text;

namespace Kiln.Testing;

/// <summary>Compiles C# as a project's build does, with the debug information in the assembly.</summary>
static class Compiler
{
    const string Usings = """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        """;

    static readonly MetadataReference[] Platform =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Where(path => !Path.GetFileName(path).StartsWith("Kiln.Host", StringComparison.Ordinal))
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];

    public static void Compile(string assembly, IEnumerable<string> references, bool optimize, params (string Path, string Text)[] sources)
    {
        var compilation = CSharpCompilation.Create(
            Path.GetFileNameWithoutExtension(assembly),
            sources.Append(("Usings.cs", Usings)).Select(source => CSharpSyntaxTree.ParseText(SourceText.From(source.Item2, Encoding.UTF8), path: source.Item1)),
            [.. Platform, .. references.Select(path => MetadataReference.CreateFromFile(path))],
            new(OutputKind.DynamicallyLinkedLibrary, optimizationLevel: optimize ? OptimizationLevel.Release : OptimizationLevel.Debug, deterministic: true));
        Directory.CreateDirectory(Path.GetDirectoryName(assembly)!);
        using var image = new MemoryStream();
        var result = compilation.Emit(image, options: new(debugInformationFormat: DebugInformationFormat.Embedded));
        Assert.True(result.Success, string.Join('\n', result.Diagnostics));
        // A new file, not new content: the old one may be loaded.
        File.Delete(assembly);
        File.WriteAllBytes(assembly, image.ToArray());
    }
}
