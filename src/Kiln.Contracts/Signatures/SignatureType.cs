namespace Kiln.Contracts.Signatures;

/// <summary>What a value of a foreign model holds, by ONNX's own name in lower case.</summary>
public enum SignatureType
{
    Float,
    Int64,
    Int32,
    Bool,
    String,
}
