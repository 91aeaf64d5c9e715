namespace Kiln.Contracts.Signatures;

/// <summary>What a foreign model reads and gives: <c>churn.signature.json</c> beside <c>churn.onnx</c>. Read off the graph once, then owned by people.</summary>
/// <param name="Inputs">In the order of the graph.</param>
/// <param name="Outputs">In the order of the graph.</param>
public sealed record ModelSignature(IReadOnlyList<SignatureValue> Inputs, IReadOnlyList<SignatureValue> Outputs)
{
    /// <summary>Identifies what the graph says: two files with the same one can take each other's place without a change of code.</summary>
    public string Fingerprint => new Fingerprint()
        .Add(Inputs.Select(Identity))
        .Add(Outputs.Select(Identity))
        .ToString();

    static string Identity(SignatureValue value) => new Fingerprint()
        .Add(value.Name)
        .Add(value.Type.ToString())
        .Add(value.Length)
        .Add(value.Classes)
        .Add(value.ClassesAreIntegers.ToString())
        .ToString();
}
