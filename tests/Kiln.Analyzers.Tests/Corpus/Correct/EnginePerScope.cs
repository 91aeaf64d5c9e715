// origin: blind, second round
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.ML;

namespace Leads;

public sealed class LeadOptions
{
    public string Path { get; set; } = "";
}

/// <summary>Loaded once; transformers may be shared.</summary>
public sealed class LeadModel
{
    readonly MLContext _ml = new();
    readonly ITransformer _transformer;

    public LeadModel(IOptions<LeadOptions> options) => _transformer = _ml.Model.Load(options.Value.Path, out _);

    public PredictionEngine<Lead, LeadScore> NewEngine() => _ml.Model.CreatePredictionEngine<Lead, LeadScore>(_transformer);
}

/// <summary>Lives as long as one import of a list.</summary>
public sealed class LeadImport(LeadModel model)
{
    readonly PredictionEngine<Lead, LeadScore> _engine = model.NewEngine();

    public IEnumerable<(Lead Lead, float Score)> Import(IEnumerable<Lead> leads)
    {
        foreach (var lead in leads)
            yield return (lead, _engine.Predict(lead).Score);
    }
}

public static class Registration
{
    public static void AddLeads(this IServiceCollection services)
    {
        services.AddSingleton<LeadModel>();
        services.AddScoped<LeadImport>();
    }
}

public sealed class Lead
{
    public float Visits { get; set; }
    public float Mails { get; set; }
}

public sealed class LeadScore
{
    public float Score { get; set; }
}
