using Kiln.Contracts.Data;

namespace Kiln.Generators.Inputs;

/// <summary>A contract as it reaches the generator. Equal to another with the same text: what was read from it follows from that.</summary>
sealed class ContractFile(string dataset, string text) : IEquatable<ContractFile>
{
    readonly string _text = text;

    /// <summary>The dataset's name in the project file.</summary>
    public string Dataset { get; } = dataset;

    /// <summary>Null when the text is no contract.</summary>
    public DataContract? Contract { get; } = ContractReading.Read(text).Contract;

    public bool Equals(ContractFile? other) => other is not null && Dataset == other.Dataset && _text == other._text;

    public override bool Equals(object? obj) => Equals(obj as ContractFile);

    public override int GetHashCode() => Dataset.GetHashCode() ^ _text.Length;
}
