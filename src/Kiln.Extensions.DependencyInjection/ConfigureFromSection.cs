using System.Globalization;
using Kiln.Monitoring;
using Kiln.Validation;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;

namespace Kiln.Extensions.DependencyInjection;

/// <summary>
/// Takes a model's options from configuration, value by value: without reflection, and with an error that names the value's place. The error is kept in
/// the options: one that is thrown while a running application reads its configuration anew reaches nobody who could do anything about it.
/// </summary>
sealed class ConfigureFromSection<TModel>(string name, IConfiguration section) : ConfigureNamedOptions<KilnModelOptions<TModel>>(name, options => Bind(options, section)),
    IOptionsChangeTokenSource<KilnModelOptions<TModel>>
    where TModel : class
{
    string? IOptionsChangeTokenSource<KilnModelOptions<TModel>>.Name => Name;

    public IChangeToken GetChangeToken() => section.GetReloadToken();

    static void Bind(KilnModelOptions<TModel> options, IConfiguration section)
    {
        Read(options, section, nameof(options.Name), value => options.Name = value, "a text");
        Read(options, section, nameof(options.Directory), value => options.Directory = value, "a path");
        Read(options, section, nameof(options.Reload), value => options.Reload = bool.Parse(value), "true or false");
        Read(options, section, nameof(options.ReloadInterval), value => options.ReloadInterval = TimeSpan.Parse(value, CultureInfo.InvariantCulture), "a time such as 00:00:02, of at most a day");
        Read(options, section, nameof(options.OnViolation), value => options.OnViolation = Word(value), "one of Ignore, Count and Throw");
        Monitor(options, section, nameof(MonitorOptions.Directory), (monitor, value) => monitor with { Directory = Path.GetFullPath(value, AppContext.BaseDirectory) }, "a path");
        Monitor(options, section, nameof(MonitorOptions.Every), (monitor, value) => monitor with { Every = Window(value) }, "a time of at least a second, such as 01:00:00");
        Monitor(options, section, nameof(MonitorOptions.RowsPerSecond), (monitor, value) => monitor with { RowsPerSecond = Rows(value) }, "a whole number from 1 on");
    }

    static void Monitor(KilnModelOptions<TModel> options, IConfiguration section, string name, Func<MonitorOptions, string, MonitorOptions> set, string expected) =>
        Read(options, section, $"{nameof(options.Monitor)}:{name}", value => options.Monitor = set(options.Monitor ?? new(), value), expected);

    static TimeSpan Window(string value) =>
        TimeSpan.Parse(value, CultureInfo.InvariantCulture) is var time && time >= TimeSpan.FromSeconds(1) ? time : throw new FormatException(value);

    static int Rows(string value) => int.Parse(value, NumberStyles.None, CultureInfo.InvariantCulture) is > 0 and var rows ? rows : throw new FormatException(value);

    static OnViolation Word(string value) =>
        Enum.TryParse<OnViolation>(value, ignoreCase: true, out var word) && Enum.IsDefined(word) && !char.IsDigit(value[0]) ? word : throw new FormatException(value);

    static void Read(KilnModelOptions<TModel> options, IConfiguration section, string name, Action<string> set, string expected)
    {
        if (section[name] is not { Length: > 0 } value)
            return;
        try
        {
            set(value);
        }
        catch (Exception e) when (e is FormatException or OverflowException or ArgumentException)
        {
            var place = section is IConfigurationSection at ? $"{at.Path}:{name}" : name;
            options.Invalid ??= new InvalidOperationException($"The setting '{place}' of the model {typeof(TModel).Name} is '{value}', and has to be {expected}.", e);
        }
    }
}
