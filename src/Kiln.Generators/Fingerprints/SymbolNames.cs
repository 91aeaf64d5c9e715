using System.Globalization;
using Kiln.Contracts;
using Microsoft.CodeAnalysis;

namespace Kiln.Generators.Fingerprints;

/// <summary>
/// What a fingerprint calls a symbol: one of the compilation's own by its number in the order of discovery, others by documentation id.
/// </summary>
sealed class SymbolNames(ReachedCode code)
{
    readonly Dictionary<ISymbol, string> _numbers = new(SymbolEqualityComparer.Default);
    readonly Dictionary<ISymbol, string> _names = new(SymbolEqualityComparer.Default);
    readonly SortedSet<string> _uses = new(StringComparer.Ordinal);

    Fingerprint Text => code.Text;

    /// <summary><c>Assembly|documentation id</c> of what other assemblies than the framework's, ML.NET's and Kiln's have.</summary>
    public IReadOnlyCollection<string> Uses => _uses;

    /// <summary>Does not reach it.</summary>
    public void WriteNumber(ISymbol symbol)
    {
        if (!_numbers.TryGetValue(symbol, out var number))
            _numbers.Add(symbol, number = "#" + _numbers.Count.ToString(CultureInfo.InvariantCulture));
        Text.Add(number);
    }

    /// <summary>Only for members and types of other assemblies.</summary>
    public void WriteName(ISymbol symbol)
    {
        symbol = symbol.OriginalDefinition;
        if (!_names.TryGetValue(symbol, out var name))
        {
            _names.Add(symbol, name = symbol.GetDocumentationCommentId() ?? symbol.ToDisplayString());
            if (symbol.ContainingAssembly is { } assembly && Outside.IsUse(assembly))
                _uses.Add(assembly.Name + "|" + name);
        }
        Text.Add(name);
    }
}
