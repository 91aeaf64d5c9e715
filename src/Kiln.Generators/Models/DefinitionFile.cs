using Kiln.Contracts.Models;
using Kiln.Generators.Declarations;
using Kiln.Generators.Inputs;

namespace Kiln.Generators.Models;

/// <summary>What a model's definition file says.</summary>
/// <param name="HintName">The file's name.</param>
/// <param name="Model">The class, as far as its types depend on it.</param>
/// <param name="Definition">The definition as canonical JSON.</param>
/// <param name="Fingerprint">What the model's files must be of; null where that is another compilation's to say.</param>
sealed record DefinitionFile(string HintName, ModelDeclaration Model, string Definition, string? Fingerprint)
{
    /// <remarks>One pipeline compiled for two frameworks may have two fingerprints, and one of them trains the model of both.</remarks>
    public static DefinitionFile Create(string hintName, ModelDeclaration model, BuildOptions options)
    {
        var definition = model.ToDefinition(options.ProjectDirectory);
        var isTrainedHere = options.TrainingFramework.Length == 0 || definition.Pipeline is null;
        return new(hintName, model.ForTypes(), DefinitionJson.Write(definition), isTrainedHere ? DefinitionFingerprint.Compute(definition) : null);
    }
}
