using Kiln.Contracts;
using Kiln.Contracts.Models;
using Kiln.Host.Diagnostics;
using Kiln.Host.Requests;

namespace Kiln.Host.Models;

/// <summary>The models that a build is asked for by name, where it is not asked for all.</summary>
static class ChosenModels
{
    /// <exception cref="BuildException">A name is no model's.</exception>
    public static IReadOnlyList<ModelDefinition> Of(IReadOnlyList<ModelDefinition> models, Request request)
    {
        string[] unknown = [.. request.Models.Where(name => !models.Any(model => IsNamed(model, name)))];
        if (unknown.Length > 0)
            throw new BuildException([.. unknown.Select(name => new Diagnostic(request.Project, 0, 0, Ids.UnknownTrainMode,
                $"KilnModels names '{name}', which is no model of this project{Nearest.Hint(name, models.Select(model => model.Name))}; "
                + (models.Count == 0 ? "it declares none" : $"use the names of classes with [Model]: {string.Join(", ", models.Select(model => model.Name))}")))]);
        return request.Models.Count == 0 ? models : [.. models.Where(model => request.Models.Any(name => IsNamed(model, name)))];
    }

    static bool IsNamed(ModelDefinition model, string name) => model.Name == name || model.Type == name;
}
