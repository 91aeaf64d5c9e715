using Kiln.Contracts.Json;
using Kiln.Contracts.Signatures;

namespace Kiln.Generators.Foreign;

/// <summary>A foreign model's signature as it reaches the generator. Equal to another with the same text: what was read from it follows from that.</summary>
sealed class SignatureFile(string model, string text) : IEquatable<SignatureFile>
{
    readonly string _text = text;

    /// <summary>The item's name in the project file.</summary>
    public string Model { get; } = model;

    /// <summary>Null when the text is no signature.</summary>
    public ModelSignature? Signature { get; } = Read(text);

    public bool Equals(SignatureFile? other) => other is not null && Model == other.Model && _text == other._text;

    public override bool Equals(object? obj) => Equals(obj as SignatureFile);

    public override int GetHashCode() => Model.GetHashCode() ^ _text.Length;

    static ModelSignature? Read(string text)
    {
        try
        {
            return SignatureJson.Read(text);
        }
        catch (JsonFormatException)
        {
            // The build says so; the types are left out.
            return null;
        }
    }
}
