using System.Text.Json;

namespace Kiln.Serving;

/// <summary>A loaded model that answers JSON, for services that do not know its types. Every class with <c>[Model]</c> is one.</summary>
public interface IServedModel
{
    /// <summary>What the model knows about itself.</summary>
    ModelInfo Info { get; }

    /// <summary>What counts the rows it predicts; null where nothing does.</summary>
    ModelMonitor? Monitor => null;

    /// <summary>What it reads and what it may answer.</summary>
    ModelSchema Schema { get; }

    /// <summary>Predicts from a row in JSON; not where anything is wrong with it, which the row has then.</summary>
    /// <param name="row">The row; gets what is wrong with it, whatever the model was told to do with inputs that its contract does not allow.</param>
    /// <param name="answer">Gets the prediction, an object; nothing where there is none.</param>
    /// <returns>Whether there is a prediction.</returns>
    bool TryAnswer(JsonRow row, Utf8JsonWriter answer);
}
