using Kiln.Extensions.DependencyInjection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Kiln.AspNetCore;

/// <summary>The application's models by name.</summary>
sealed class ServedModels
{
    readonly Dictionary<string, CurrentModel> _models = new(StringComparer.OrdinalIgnoreCase);

    public ServedModels(IEnumerable<CurrentModel> models)
    {
        foreach (var model in models)
            if (!_models.TryAdd(model.Name, model))
                throw new InvalidOperationException(
                    $"Two models are named '{model.Name}', so only one of them could have an address: give one another Name, as in AddKilnModel<…>(o => o.Name = \"…\").");
        if (_models.Count == 0)
            throw new InvalidOperationException("There is no model to map: add one to the services first, as in builder.Services.AddKilnModel<…>().");
    }

    public IReadOnlyCollection<CurrentModel> All => _models.Values;

    /// <summary>What is done with the model that the address names.</summary>
    public RequestDelegate Named(Func<HttpContext, CurrentModel, Task> then) => context =>
        context.GetRouteValue("name") is string name && _models.TryGetValue(name, out var model)
            ? then(context, model)
            : Problem.WriteAsync(context, StatusCodes.Status404NotFound, "No model has this name.");
}
