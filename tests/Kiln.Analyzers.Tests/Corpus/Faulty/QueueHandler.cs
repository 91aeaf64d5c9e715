// origin: blind, second round
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Queue;

public interface IMessages
{
    IAsyncEnumerable<Message> Read(CancellationToken cancellation);

    Task Answer(Message message, float score);
}

public sealed class Worker(IMessages messages) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var message in messages.Read(stoppingToken))
            await Handle(message);
    }

    Task Handle(Message message)
    {
        var ml = new MLContext();
        var model = ml.Model.Load("/home/build/models/queue.zip", out _); // KILN3008 KILN6007 KILN7002
        var engine = ml.Model.CreatePredictionEngine<Message, Scored>(model); // KILN7002?
        return messages.Answer(message, engine.Predict(message).Score);
    }
}

public sealed class Message
{
    public float Length { get; set; }
    public float Age { get; set; }
}

public sealed class Scored
{
    public float Score { get; set; }
}

public static class Services
{
    public static void Add(IServiceCollection services) => services.AddHostedService<Worker>();
}
