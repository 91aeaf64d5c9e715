using Microsoft.CodeAnalysis.CSharp;

namespace Kiln.Generators.Text;

/// <summary>Spells names and values in C#.</summary>
static class Literal
{
    public static string Format(string value) => SymbolDisplay.FormatLiteral(value, quote: true);

    /// <summary>
    /// An identifier with @ where the bare word could be a keyword, of this or of a later C#: those are all lower-case.
    /// A lower-case type name would also be warned about (CS8981).
    /// </summary>
    public static string Name(string name) => name.All(static c => c is (>= 'a' and <= 'z') or '_') && name != "_" ? "@" + name : name;
}
