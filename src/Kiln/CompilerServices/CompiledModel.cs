using System.ComponentModel;

namespace Kiln.CompilerServices;

/// <summary>The model that code was compiled for. Written by the generator, held against the model's files when they are loaded.</summary>
/// <param name="Type">The class's full name, as reflection spells it.</param>
/// <param name="FileName">What the model's files are called, without an ending.</param>
/// <param name="Definition">
/// The fingerprint of the class's definition; null where the code of another target framework trains the model, whose pipeline may differ.
/// </param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed record CompiledModel(string Type, string FileName, string? Definition);
