// origin: blind, second round
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.ML;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddSingleton<ISpamFilter, SpamFilter>();
var app = builder.Build();
app.MapPost("/spam", (Mail mail, ISpamFilter filter) => Results.Ok(filter.IsSpam(mail)));
app.Run();

interface ISpamFilter
{
    bool IsSpam(Mail mail);
}

sealed class SpamFilter : ISpamFilter
{
    readonly PredictionEngine<Mail, Verdict> _engine; // KILN7001

    public SpamFilter(IConfiguration configuration)
    {
        var ml = new MLContext();
        var path = configuration["Spam:Model"] ?? throw new InvalidOperationException("no model is configured");
        _engine = ml.Model.CreatePredictionEngine<Mail, Verdict>(ml.Model.Load(path, out _));
    }

    public bool IsSpam(Mail mail)
    {
        if (mail.Body.Length == 0)
            return false;
        return _engine.Predict(mail).PredictedLabel;
    }
}

sealed class Mail
{
    public string Subject { get; set; } = "";
    public string Body { get; set; } = "";
}

sealed class Verdict
{
    public bool PredictedLabel { get; set; }
}
