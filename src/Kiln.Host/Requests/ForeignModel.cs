namespace Kiln.Host.Requests;

/// <summary>A <c>Model</c> item: an ONNX file that was made elsewhere.</summary>
/// <param name="Name">The item's name.</param>
/// <param name="File">Full path of the ONNX file.</param>
/// <param name="Signature">Full path of its signature.</param>
/// <param name="DefinedIn">The project file that holds the item.</param>
/// <param name="Include">The item as written.</param>
sealed record ForeignModel(string Name, string File, string Signature, string DefinedIn, string Include);
