using Kiln.Contracts;

namespace Kiln.Generators;

/// <summary>What each class's generated file is called. The compiler tells these names apart without regard to case, C# does not.</summary>
sealed class HintNames : IEquatable<HintNames>
{
    readonly EquatableArray<string> _types;
    readonly IReadOnlyList<string> _names;

    public HintNames(IEnumerable<string> types)
    {
        _types = new(types.OrderBy(static type => type, StringComparer.Ordinal));
        _names = Identifier.Distinct(_types, [], StringComparer.OrdinalIgnoreCase);
    }

    public string Of(string type) => _names[_types.TakeWhile(other => other != type).Count()];

    public bool Equals(HintNames? other) => other is not null && _types.Equals(other._types);

    public override bool Equals(object? obj) => Equals(obj as HintNames);

    public override int GetHashCode() => _types.GetHashCode();
}
