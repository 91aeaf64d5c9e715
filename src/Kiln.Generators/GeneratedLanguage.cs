using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Kiln.Generators;

/// <summary>The language generated code is written in. An older compiler setting would report it file by file.</summary>
public static class GeneratedLanguage
{
    public const LanguageVersion Version = LanguageVersion.CSharp12;

    /// <summary>Whether code parsed with these options may stand beside generated code.</summary>
    public static bool Fits(ParseOptions options) => options is CSharpParseOptions { LanguageVersion: >= Version };
}
