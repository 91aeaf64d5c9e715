using Kiln.Contracts;
using Kiln.Contracts.Json;
using Kiln.Contracts.Models;
using Kiln.Contracts.Tunings;
using Kiln.Host.Diagnostics;

namespace Kiln.Host.Models;

/// <summary>Reads what a search for a model's settings decided. A model with a pipeline of its own, or another trainer, has no use for it.</summary>
static class TuningReading
{
    /// <returns>Null where there is none.</returns>
    /// <exception cref="BuildException">It cannot be read; it is never taken for a missing one.</exception>
    public static Tuning? Read(ModelDefinition model, string path)
    {
        if (model.Pipeline is not null || model.Trainer != nameof(Trainer.LightGbm) || !File.Exists(path))
            return null;
        try
        {
            return TuningJson.Read(File.ReadAllText(path));
        }
        catch (NewerFormatException e)
        {
            throw new BuildException(path, e.Line, e.Column, Ids.TuningUnreadable,
                $"the settings were written by a newer Kiln: {e.Message}; update the package Kiln to the version that wrote them, or a later one");
        }
        catch (JsonFormatException e)
        {
            throw new BuildException(path, e.Line, e.Column, Ids.TuningUnreadable,
                $"the settings that a search chose cannot be read: {e.Message}; correct them, or delete the file to train with the default ones or, with Tune in [Model], to search again");
        }
    }
}
