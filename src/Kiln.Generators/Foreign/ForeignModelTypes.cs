using Kiln.Contracts.Signatures;
using Kiln.Generators.Text;

namespace Kiln.Generators.Foreign;

/// <summary>A foreign model's class: what it is called, and what it reads and gives.</summary>
/// <param name="Model">The item's name.</param>
/// <param name="RootNamespace">The project's.</param>
sealed record ForeignModelTypes(string Model, string RootNamespace, ModelSignature Signature)
{
    public string Class { get; } = Literal.Name(ForeignType.Name(Model));

    public string Namespace { get; } = Text.Namespace.Join(RootNamespace, "Models");

    public string Type { get; } = ForeignType.FullName(RootNamespace, Model);

    public string HintName => $"Models.{ForeignType.Name(Model)}.g.cs";

    /// <summary>The output that <c>ProbabilityOf</c> reads; null for none.</summary>
    public SignatureValue? Probabilities { get; } = Signature.Outputs.FirstOrDefault(output => output.Classes.Count > 0);

    /// <summary>One class for each name: two models of one name are an error that the build tells.</summary>
    public static IEnumerable<ForeignModelTypes> Create(IEnumerable<SignatureFile> files, string rootNamespace) => files
        .GroupBy(static file => ForeignType.Name(file.Model), StringComparer.OrdinalIgnoreCase)
        .Select(static same => same.First())
        .Where(static file => file.Signature is not null)
        .Select(file => new ForeignModelTypes(file.Model, rootNamespace, file.Signature!));

    /// <summary>A single element's type in C#.</summary>
    public static string ElementType(SignatureValue value) => value.Type switch
    {
        SignatureType.Float => "float",
        SignatureType.Int64 => "long",
        SignatureType.Int32 => "int",
        SignatureType.Bool => "bool",
        _ => "string",
    };

    /// <summary>A property's type in C#.</summary>
    public static string TypeOf(SignatureValue value) => value.Length is null ? ElementType(value) : $"global::System.ReadOnlyMemory<{ElementType(value)}>";

    /// <summary>The values of one of a row's three buffers, and where each begins in it.</summary>
    public static IEnumerable<(SignatureValue Value, int Start)> Places(IEnumerable<SignatureValue> values, Buffer buffer)
    {
        var start = 0;
        foreach (var value in values.Where(value => BufferOf(value) == buffer))
        {
            yield return (value, start);
            start += value.Count;
        }
    }

    public static int Count(IEnumerable<SignatureValue> values, Buffer buffer) => values.Where(value => BufferOf(value) == buffer).Sum(value => value.Count);

    static Buffer BufferOf(SignatureValue value) => value.Type switch
    {
        SignatureType.Float => Buffer.Numbers,
        SignatureType.String => Buffer.Texts,
        _ => Buffer.Integers,
    };
}
