using Kiln.Generators.Text;

namespace Kiln.Generators.Models;

/// <summary>Writes how a prediction holds a score for each class or cluster: a field each, so that nothing is allocated.</summary>
/// <param name="count">How many there are.</param>
/// <param name="field">What the fields are called, before their number.</param>
/// <param name="array">What the one array is called that holds more of them.</param>
sealed class ScoreFields(int count, string field, string array)
{
    /// <summary>With more, copying the answer would cost more than one array.</summary>
    const int MostFields = 64;

    public bool AreFields => count <= MostFields;

    public void Declare(SourceWriter writer)
    {
        for (var i = 0; AreFields && i < count; i++)
            writer.Line($"readonly float {Field(i)};");
        if (!AreFields)
            writer.Line($"readonly float[]? {array};");
    }

    /// <param name="writer">Where to.</param>
    /// <param name="scores">The span they are taken from.</param>
    public void Assign(SourceWriter writer, string scores)
    {
        writer.Line($"if ({scores}.Length != {count})");
        writer.Line("    throw new global::System.ArgumentException(");
        writer.Line($"        $\"{count} {scores} are expected, not {{{scores}.Length}}.\", nameof({scores}));");
        for (var i = 0; AreFields && i < count; i++)
            writer.Line($"{Field(i)} = {scores}[{i}];");
        if (!AreFields)
            writer.Line($"{array} = {scores}.ToArray();");
    }

    /// <summary>A method that gives one of them.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="method">Its name, and the type of its argument.</param>
    /// <param name="argument">The argument's name.</param>
    /// <param name="index">The argument as a place among the scores.</param>
    /// <param name="name">The argument for each of them.</param>
    public void Get(SourceWriter writer, string method, string argument, string index, Func<int, string> name)
    {
        if (!AreFields)
        {
            writer.Line($"public float {method} {argument}) => (uint){index} < {count}u");
            writer.Line($"    ? {array} is null ? 0f : {array}[(int){index}]");
            writer.Line($"    : throw new global::System.ArgumentOutOfRangeException(nameof({argument}));");
            return;
        }
        writer.Open($"public float {method} {argument}) => {argument} switch");
        for (var i = 0; i < count; i++)
            writer.Line($"{name(i)} => {Field(i)},");
        writer.Line($"_ => throw new global::System.ArgumentOutOfRangeException(nameof({argument})),").Close(";");
    }

    /// <summary>An array is equal to itself only; equal answers must be equal.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="summary">What is compared.</param>
    /// <param name="hashed">The two members that are hashed.</param>
    public void Equality(SourceWriter writer, string summary, string hashed)
    {
        if (AreFields)
            return;
        writer.Line().Summary(summary).Doc("param name=\"other\"", "The other prediction.");
        writer.Line("public bool Equals(Prediction other) =>");
        writer.Line($"    global::System.MemoryExtensions.SequenceEqual<float>({array}, other.{array});");
        writer.Line().Line("/// <inheritdoc/>");
        writer.Line($"public override int GetHashCode() => global::System.HashCode.Combine({hashed});");
    }

    string Field(int i) => $"{field}{i}";
}
