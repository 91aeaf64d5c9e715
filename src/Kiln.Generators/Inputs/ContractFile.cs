using Kiln.Contracts.Data;
using Kiln.Contracts.Json;

namespace Kiln.Generators.Inputs;

/// <summary>A contract as it reaches the compiler. Equal to another with the same text: what was read from it follows from that.</summary>
sealed class ContractFile : IEquatable<ContractFile>
{
    readonly string _text;

    public ContractFile(string dataset, string text)
    {
        (Dataset, _text) = (dataset, text);
        try
        {
            Contract = ContractReader.Read(text);
        }
        catch (JsonFormatException error)
        {
            Error = error;
        }
    }

    /// <summary>The dataset's name in the project file.</summary>
    public string Dataset { get; }

    /// <summary>Null when the text is no contract.</summary>
    public DataContract? Contract { get; }

    /// <summary>Why it is none.</summary>
    public JsonFormatException? Error { get; }

    public bool Equals(ContractFile? other) => other is not null && Dataset == other.Dataset && _text == other._text;

    public override bool Equals(object? obj) => Equals(obj as ContractFile);

    public override int GetHashCode() => Dataset.GetHashCode() ^ _text.Length;
}
