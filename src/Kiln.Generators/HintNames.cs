using Kiln.Contracts;
using Kiln.Generators.Caching;

namespace Kiln.Generators;

/// <summary>What each class's generated file is called. The compiler tells these names apart without regard to case, C# does not.</summary>
sealed class HintNames : IEquatable<HintNames>
{
    readonly EquatableArray<string> _types;
    readonly IReadOnlyList<string> _names;

    public HintNames(IEnumerable<string> types)
    {
        _types = new(types.OrderBy(static type => type, StringComparer.Ordinal));
        _names = Identifier.Distinct([.. _types.Select(Cleaned)], [], StringComparer.OrdinalIgnoreCase);
    }

    public string Find(string type) => _names[_types.TakeWhile(other => other != type).Count()];

    /// <summary>File-local types have characters that the compiler takes in no file's name.</summary>
    static string Cleaned(string type) => new([.. type.Select(static c => c is '<' or '>' ? '_' : c)]);

    public bool Equals(HintNames? other) => other is not null && _types.Equals(other._types);

    public override bool Equals(object? obj) => Equals(obj as HintNames);

    public override int GetHashCode() => _types.GetHashCode();
}
