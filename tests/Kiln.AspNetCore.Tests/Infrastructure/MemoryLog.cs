using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Kiln.AspNetCore.Tests.Infrastructure;

/// <summary>Keeps what is logged of models.</summary>
sealed class MemoryLog : ILoggerProvider
{
    readonly ConcurrentQueue<(LogLevel Level, string Text)> _lines = new();

    public IReadOnlyList<(LogLevel Level, string Text)> Lines => [.. _lines];

    public IEnumerable<string> At(LogLevel level) => Lines.Where(line => line.Level == level).Select(line => line.Text);

    public ILogger CreateLogger(string categoryName) => new Logger(categoryName == "Kiln.Models" ? _lines : null);

    public void Dispose()
    {
    }

    sealed class Logger(ConcurrentQueue<(LogLevel, string)>? lines) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => lines is not null;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            lines?.Enqueue((logLevel, formatter(state, exception)));
    }
}
